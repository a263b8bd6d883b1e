package org.ecosec.platform.planted.right;

import org.ecosec.platform.planted.left.Left;
import org.jspecify.annotations.Nullable;

public class Right {
  @Nullable Left other;
}
