package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.Alert;

/**
 * An alert and what is needed to carry it on.
 *
 * @param alert as it was last told
 * @param warrantedMillis when the counts last warranted its level
 * @param risingMillis when the last two hours last stood out
 */
public record StandingAlert(Alert alert, long warrantedMillis, long risingMillis) {
    boolean isOpen() {
        return alert.clearedAt() == null;
    }
}
