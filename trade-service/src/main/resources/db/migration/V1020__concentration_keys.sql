-- The key of a cell stands beside its figures, so that a page of one importer reads 101 index
-- entries and sorts nothing. The verdict is derived when it is read.
alter table concentration
  add column source            text,
  add column reporter          text,
  add column classification    text,
  add column edition           text,
  add column freq              text,
  add column period            text,
  add column top1_usd          numeric,
  add column quantity_hhi      numeric,
  add column quantity_coverage numeric,
  add column quantity_unit     text,
  drop column verdict,
  drop column reason;
update concentration c
set source = s.source, reporter = s.reporter, classification = s.classification,
  edition = s.edition, freq = s.freq, period = s.period,
  top1_usd = round(c.top1_share_of_world * c.total_usd, 2)
from slice s where s.id = c.slice_id;
alter table concentration
  alter column source set not null,
  alter column reporter set not null,
  alter column classification set not null,
  alter column edition set not null,
  alter column freq set not null,
  alter column period set not null;
create index concentration_by_cell on concentration (reporter, classification, product, freq, period);
create index concentration_by_product on concentration (product, reporter);
drop index concentration_cell;

-- Figures computed again from every observation, slice by slice; a crash takes up where it was.
create table recomputation (
  id            uuid        primary key,
  status        text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
  asked_at      timestamptz not null,
  completed_at  timestamptz,
  slices        bigint      not null,
  slices_done   bigint      not null default 0,
  last_slice    integer     not null default 0,
  cells_changed bigint      not null default 0,
  failure       text
);
create unique index recomputation_running on recomputation (status) where status = 'RUNNING';
