package io.watchfloor.graph.desk;

/** What can be done with an incident that another department has. */
public enum HandoverStep {
    /** 签收: the department takes it up. */
    ACCEPT,
    /** 延期: the target is put off. */
    EXTEND,
    /** 督办: an officer urges. */
    URGE,
    /** 办结: the department is done. */
    FINISH,
    /** 退单: the department gives it back. */
    RETURN,
    /** 收回: the desk takes it back. */
    WITHDRAW
}
