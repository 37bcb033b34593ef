"""What registers hold as tables for people: a row a thing, a column a field; and what such a row says."""
