/** A simulated colleague at the duty desk, who takes what no human has touched for a while. */
package io.watchfloor.drill.officer;
