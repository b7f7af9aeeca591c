package io.watchfloor.gateway.intake;

import io.vertx.core.Future;
import io.watchfloor.contract.Report;
import java.util.List;

/** Where reports are written durably. */
public interface IntakeLog {
    /**
     * Writes a batch as one.
     *
     * @return for each report, in order, {@link Outcome#ACCEPTED}, {@link Outcome#DUPLICATE} or
     *     {@link Outcome#CONFLICT}; fails when it could not be written, or when that is unknown
     */
    Future<List<Outcome>> append(List<Report> reports);
}
