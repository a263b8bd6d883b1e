package org.ecosec.investment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Facts;

@ApplicationScoped
class Rebaselinings extends Facts<Rebaselining> {}
