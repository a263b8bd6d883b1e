package org.ecosec.platform.planted;

class ThingImpl {}
