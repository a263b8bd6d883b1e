package org.ecosec.investment.iati;

import java.util.Set;

/**
 * Takes what a file holds, in its order: the transactions of an activity, then the activity, then
 * whether all of it was right. A part is the activity's number in the file, from 1.
 */
public interface ActivitySink {

  void transaction(long part, ActivityTransaction transaction);

  void activity(long part, Activity activity);

  void problem(long part, Finding finding);

  /** After the last element of the activity; elements that the file has and nobody keeps. */
  void end(long part, Set<String> notKept);
}
