package org.ecosec.investment.change;

import java.util.SortedSet;
import java.util.TreeSet;

/** One revision while it is being written: its number, and whose figures it may have moved. */
public final class Change {

  private final long revision;
  private final boolean backfill;
  private final SortedSet<String> pledges = new TreeSet<>();
  private final SortedSet<String> projects = new TreeSet<>();
  private final SortedSet<String> milestones = new TreeSet<>();
  private boolean everyPledge;

  Change(long revision, boolean backfill) {
    this.revision = revision;
    this.backfill = backfill;
  }

  public long revision() {
    return revision;
  }

  /** True while history is loaded: events say so, and nobody is notified. */
  public boolean backfill() {
    return backfill;
  }

  public void touchPledge(String id) {
    pledges.add(id);
  }

  public void touchProject(String id) {
    projects.add(id);
  }

  public void touchMilestone(String id) {
    milestones.add(id);
  }

  /** A new day, or new rates: every figure that moves with them is looked at again. */
  public void touchEveryPledge() {
    everyPledge = true;
  }

  public SortedSet<String> pledges() {
    return pledges;
  }

  public SortedSet<String> projects() {
    return projects;
  }

  public SortedSet<String> milestones() {
    return milestones;
  }

  public boolean everyPledge() {
    return everyPledge;
  }
}
