package org.ecosec.platform.planted;

class Talkative {
  void talk() {
    System.out.println("to standard output");
  }
}
