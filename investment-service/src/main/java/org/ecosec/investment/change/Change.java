package org.ecosec.investment.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** One revision while it is being written: its number, and whose figures it may have moved. */
public final class Change {

  private static final int PART = 200;

  private final long revision;
  private final boolean backfill;
  private final SortedSet<String> pledges = new TreeSet<>();
  private final SortedSet<String> projects = new TreeSet<>();
  private final SortedSet<String> milestones = new TreeSet<>();
  private final List<Act> acts = new ArrayList<>();
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

  /** Says what was done to what, for the audit ledger: {@code CREATED}, {@code pledges/x}. */
  public void did(String act, String subject) {
    acts.add(new Act(act, subject));
  }

  List<Act> acts() {
    return acts;
  }

  record Act(String act, String subject) {}

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

  /** True if it touches more than is worked out at once. */
  boolean isLarge() {
    return pledges.size() + projects.size() + milestones.size() > PART;
  }

  /** The same change a bounded number of ids at a time; itself if it is small. */
  List<Change> parts() {
    if (!isLarge()) {
      return List.of(this);
    }
    var parts = new ArrayList<Change>();
    var rest = new Change(revision, backfill);
    rest.everyPledge = everyPledge;
    rest.pledges.addAll(pledges);
    parts.add(rest);
    fill(parts, projects, Change::projects);
    fill(parts, milestones, Change::milestones);
    return parts;
  }

  private void fill(List<Change> parts, Set<String> ids, Function<Change, Set<String>> kind) {
    for (String id : ids) {
      if (kind.apply(parts.getLast()).size() == PART) {
        parts.add(new Change(revision, backfill));
      }
      kind.apply(parts.getLast()).add(id);
    }
  }
}
