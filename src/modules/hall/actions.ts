/** One function for each endpoint of the contract, same name. */
export {};
