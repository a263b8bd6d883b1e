package org.ecosec.platform.planted.left;

import org.ecosec.platform.planted.right.Right;
import org.jspecify.annotations.Nullable;

public class Left {
  @Nullable Right other;
}
