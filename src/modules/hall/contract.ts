/** Every endpoint of the hall: the door (who may come in), devices and alerts, the queue (who is served when). Only endpoints are exported here. */
export {};
