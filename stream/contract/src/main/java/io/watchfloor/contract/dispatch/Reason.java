package io.watchfloor.contract.dispatch;

/**
 * One reason for or against a person.
 *
 * @param code a {@link ReasonCode}
 * @param zh the reason in words, Chinese
 * @param en the reason in words, English
 */
public record Reason(ReasonCode code, String zh, String en) {}
