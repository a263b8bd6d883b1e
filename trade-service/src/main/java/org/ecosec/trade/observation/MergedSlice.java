package org.ecosec.trade.observation;

import org.jspecify.annotations.Nullable;

/**
 * One slice of an import on its way through the merge: what it holds, what the file says, counts.
 */
final class MergedSlice {

  private final int no;
  private final int id;
  private final SliceChanged.SliceKey key;
  private final int year;
  private final String stagedDigest;
  private final Known known;
  private long rows;
  private long added;
  private long revised;
  private long deleted;
  private boolean repeated;

  /** What it held before: its open rows, the digest of the file that it equals, if it is new. */
  record Known(long openRows, @Nullable String digest, boolean isNew) {}

  /** How it is merged: written straight, left alone, or compared row by row. */
  enum Kind {
    NEW,
    SAME,
    COMPARED
  }

  MergedSlice(
      int no,
      int id,
      SliceChanged.SliceKey key,
      int year,
      long rows,
      String stagedDigest,
      Known known) {
    this.no = no;
    this.id = id;
    this.key = key;
    this.year = year;
    this.rows = rows;
    this.stagedDigest = stagedDigest;
    this.known = known;
  }

  Kind kind() {
    if (known.isNew()) {
      return Kind.NEW;
    }
    return stagedDigest.equals(known.digest()) && rows == known.openRows()
        ? Kind.SAME
        : Kind.COMPARED;
  }

  void add(long count) {
    added += count;
  }

  void revise(long count) {
    revised += count;
  }

  void delete(long count) {
    deleted += count;
  }

  /** Takes out rows that repeat a cell of the file. */
  void withoutRepeated(long count) {
    rows -= count;
    repeated = true;
  }

  int no() {
    return no;
  }

  int id() {
    return id;
  }

  SliceChanged.SliceKey key() {
    return key;
  }

  int year() {
    return year;
  }

  long rows() {
    return rows;
  }

  long added() {
    return added;
  }

  long revised() {
    return revised;
  }

  long deleted() {
    return deleted;
  }

  long unchanged() {
    return rows - added - revised;
  }

  boolean isChanged() {
    return added + revised + deleted > 0;
  }

  long openRows() {
    return known.openRows() + added - deleted;
  }

  /**
   * The file's digest where the slice now equals the file, else that of before if nothing changed.
   */
  @Nullable String digestAfter(boolean allColumns) {
    boolean equalsFile = !repeated && openRows() == rows && (allColumns || known.isNew());
    if (equalsFile) {
      return stagedDigest;
    }
    return isChanged() ? null : known.digest();
  }
}
