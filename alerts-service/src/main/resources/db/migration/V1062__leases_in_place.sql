-- A lease changes no column of an index: with room on its page the row is updated in place, and no
-- index is written.
alter table delivery set (fillfactor = 70);
