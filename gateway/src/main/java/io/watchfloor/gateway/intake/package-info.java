/**
 * Takes reports in: reads and checks them ({@link io.watchfloor.gateway.intake.ReportReader}), writes them durably in
 * batches ({@link io.watchfloor.gateway.intake.IntakeService}), and keeps what is refused.
 */
package io.watchfloor.gateway.intake;
