package org.ecosec.alerts.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.sql.Database;

/** Opaque ids of people: the ledger holds the id, this table the name, until it is erased. */
@ApplicationScoped
public class People {

  private final Database sql;

  People(Database sql) {
    this.sql = sql;
  }

  /** The id of a name, the same until the person is erased. */
  @Transactional
  public UUID idOf(String name) {
    sql.update(
        "insert into ledger_person (id, name) values (gen_random_uuid(), ?) on conflict do nothing",
        name);
    return find(name).orElseThrow();
  }

  public Optional<UUID> find(String name) {
    return sql.first(
        "select id from ledger_person where name = ?", row -> row.getObject(1, UUID.class), name);
  }

  /** Nobody can tell any more who stood behind the id; what is in the ledger stays. */
  @Transactional
  public boolean erase(String name) {
    return sql.update("delete from ledger_person where name = ?", name) == 1;
  }
}
