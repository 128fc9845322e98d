-- What is public in numbers: the green channel, and decisions by rule.
create index case_file_green on cases.case_file (item_code, received_at) where lane = 'green';
create index case_file_by_rule on cases.case_file (item_code, received_at) where marks ? 'rule';
