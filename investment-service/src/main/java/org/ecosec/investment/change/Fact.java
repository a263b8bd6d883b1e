package org.ecosec.investment.change;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A row that is known from one revision until another and never changes in between. */
@MappedSuperclass
public abstract class Fact {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long rowId;

  @Column private String id;
  @Column private long fromRevision;
  @Column private @Nullable Long toRevision;

  /** What the API calls it; the same for all versions of a fact. */
  public String id() {
    return id;
  }

  public long fromRevision() {
    return fromRevision;
  }

  protected void identify(String id) {
    this.id = id;
  }

  @Nullable Long rowId() {
    return rowId;
  }

  /** True of a version that is not the newest any more. */
  public boolean isClosed() {
    return toRevision != null;
  }

  @Nullable Long toRevision() {
    return toRevision;
  }

  void knownFrom(long revision) {
    fromRevision = revision;
  }
}
