package org.clew.model.observation;

/** The texts that stand behind consecutive codes from 0. Equal texts have one code. */
public interface Names {
  /** How many texts there are; every code is below. */
  int size();

  /**
   * The text of a code.
   *
   * @throws IndexOutOfBoundsException for a code that stands for nothing
   */
  String get(int code);
}
