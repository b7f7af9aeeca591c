/**
 * What a shift notes down, promises, puts off and hands over, and what it tells people in a part of the map.
 *
 * <p>Start at {@link io.watchfloor.graph.shift.ShiftDesk}; messages are with {@link io.watchfloor.graph.shift.NoticeDesk}.
 */
package io.watchfloor.graph.shift;
