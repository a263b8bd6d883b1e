-- Records that were set aside and handed in again: each is taken once.
create table dead_letter (
  topic         text        not null,
  partition     integer     not null,
  record_offset bigint      not null,
  at            timestamptz not null,
  outcome       text        not null check (outcome in ('CLAIMED', 'TAKEN', 'REFUSED')),
  cause         text,
  primary key (topic, partition, record_offset)
);
