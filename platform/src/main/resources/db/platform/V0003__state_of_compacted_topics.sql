-- The last event of each key of a compacted topic, to be sent again when a consumer is rebuilt.
alter table outbox_sequence add column state text;
