// Users and the keys of programs; a name, a one-time secret and a key belong to one only.
CREATE CONSTRAINT user_id IF NOT EXISTS FOR (n:User) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT user_name IF NOT EXISTS FOR (n:User) REQUIRE n.nameKey IS UNIQUE;
CREATE INDEX user_once IF NOT EXISTS FOR (n:User) ON (n.onceHash);
CREATE CONSTRAINT api_key_id IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_key_hash IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.keyHash IS UNIQUE;

// Changes with every change of them, so that gateways read them again.
CREATE CONSTRAINT access_stamp_id IF NOT EXISTS FOR (n:AccessStamp) REQUIRE n.id IS UNIQUE;
