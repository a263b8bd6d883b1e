-- The complexity of one matrix of exports: a source's year in a classification. Append-only.
create table complexity_run (
  id                bigint  generated always as identity primary key,
  source            text    not null,
  classification    text    not null,
  edition           text    not null,
  period            text    not null,
  basis             text    not null check (basis in ('REPORTED', 'MIRROR')),
  status            text    not null,
  economies         integer not null,
  products          integer not null,
  excluded          jsonb   not null,
  coverage          numeric,
  second_eigenvalue numeric,
  share_near_one    numeric,
  method_version    text    not null,
  digest            text    not null,
  observed_revision bigint  not null,
  from_revision     bigint  not null,
  to_revision       bigint
);
create unique index complexity_run_open on complexity_run
  (source, classification, edition, period) where to_revision is null;

create table complexity_economy (
  run_id      bigint  not null references complexity_run (id),
  economy     text    not null,
  place       integer not null,
  exports_usd numeric not null,
  eci         numeric,
  diversity   integer not null,
  primary key (run_id, economy)
);

-- owners: the places of the economies that have the product; with them proximity and density are
-- worked out at a read.
create table complexity_product (
  run_id      bigint    not null references complexity_run (id),
  product     text      not null,
  exports_usd numeric   not null,
  pci         numeric,
  owners      integer[] not null,
  primary key (run_id, product)
);

-- Years whose matrix changed since it was last solved; a job takes them one at a time.
create table complexity_due (
  source         text        not null,
  classification text        not null,
  edition        text        not null,
  period         text        not null,
  revision       bigint      not null,
  touched_at     timestamptz not null,
  primary key (source, classification, edition, period)
);
