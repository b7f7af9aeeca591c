/**
 * The duty desk: where it is decided who goes and what an incident is.
 *
 * <p>Start at {@link io.watchfloor.graph.desk.DutyDesk} and {@code GraphDutyDesk}. People are with {@code AssignmentDesk}
 * and {@code SuccessionDesk}, other departments with {@code HandoverDesk}, incidents themselves with {@code
 * CorrectionDesk}, {@code SplitDesk} and {@code JoinDesk}, alerts with {@code AlertDesk}, photos with
 * {@link io.watchfloor.graph.desk.PhotoDesk}.
 */
package io.watchfloor.graph.desk;
