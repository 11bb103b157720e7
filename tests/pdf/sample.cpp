#include "../document/sample.cpp"  // the same facts; each folder of tests is a program of its own
