package org.ecosec.trade.anomaly.math;

/**
 * The last few numbers of a series in order, so that median and median absolute deviation cost one
 * walk and no sorting.
 */
final class SortedWindow {

  /** Makes the median absolute deviation of a normal sample its standard deviation. */
  private static final double NORMAL = 1.4826;

  private final double[] sorted;
  private int size;

  SortedWindow(int capacity) {
    sorted = new double[capacity];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void add(double value) {
    int place = size++;
    while (place > 0 && sorted[place - 1] > value) {
      sorted[place] = sorted[place - 1];
      place--;
    }
    sorted[place] = value;
  }

  /** Takes out a number that was added. */
  void remove(double value) {
    int place = 0;
    while (Double.compare(sorted[place], value) != 0) {
      place++;
    }
    System.arraycopy(sorted, place + 1, sorted, place, --size - place);
  }

  double median() {
    return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
  }

  /** The deviation scaled to a standard deviation; two pointers walk out from the median. */
  double spread(double median) {
    int left = (size - 1) / 2;
    int right = left + 1;
    double before = 0;
    double last = 0;
    for (int taken = 0; taken <= size / 2; taken++) {
      before = last;
      double below = left >= 0 ? median - sorted[left] : Double.POSITIVE_INFINITY;
      double above = right < size ? sorted[right] - median : Double.POSITIVE_INFINITY;
      if (below <= above) {
        last = below;
        left--;
      } else {
        last = above;
        right++;
      }
    }
    return NORMAL * (size % 2 == 0 ? (before + last) / 2 : last);
  }
}
