package io.watchfloor.contract;

/** What the words ask for. */
public enum Wish {
    /** 救援: come and help, now. */
    RESCUE,
    /** 维修: something is broken. */
    REPAIR,
    /** 查处: somebody breaks a rule. */
    ENFORCEMENT,
    /** 调解: two sides disagree. */
    MEDIATION,
    /** 赔付: money back, wages, compensation. */
    COMPENSATION,
    /** 咨询: an answer. */
    INFORMATION,
    /** Nothing, or it cannot be told. */
    NONE
}
