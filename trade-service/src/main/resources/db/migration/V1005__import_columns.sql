-- Which optional columns a file has: what it does not have, it does not revise.
alter table trade_import
  add column has_weight   boolean not null default true,
  add column has_quantity boolean not null default true,
  add column has_estimate boolean not null default true;
