-- What was last told of a pair's balance in a period: only a change is told again.
create table balance_told (
  economy        text    not null,
  partner        text    not null,
  classification text    not null,
  product        text    not null,
  period         text    not null,
  source         text    not null,
  exports_usd    numeric,
  imports_usd    numeric,
  primary key (economy, partner, classification, product, period)
);
