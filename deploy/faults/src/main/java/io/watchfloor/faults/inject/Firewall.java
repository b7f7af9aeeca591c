package io.watchfloor.faults.inject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules for packets between the parts. Only where the whole run is in a network namespace of its own, as {@code run} makes
 * one when it may: nobody else's packets are touched.
 */
final class Firewall implements AutoCloseable {
    /** Set by {@code run} inside a namespace of its own. */
    private static final String OWN_NETWORK = "FAULTS_OWN_NETWORK";

    private static final List<String> PROGRAMS = List.of("iptables-legacy", "iptables");

    private final String program;
    private final List<List<String>> rules = new ArrayList<>();

    private Firewall(String program) {
        this.program = program;
    }

    /**
     * Finds out whether there is one.
     *
     * @throws NotRunException when there is none, or it would be the machine's
     */
    static Firewall open() throws IOException, InterruptedException, NotRunException {
        if (!"1".equals(System.getenv(OWN_NETWORK))) {
            throw new NotRunException("no network namespace of its own: needs root, unshare and iptables");
        }
        for (String program : PROGRAMS) {
            if (isThere(program)) {
                return new Firewall(program);
            }
        }
        throw new NotRunException("there is no iptables");
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return Command.run(List.of(program, "-L", "-n")).isDone();
        } catch (IOException e) {
            return false;
        }
    }

    /** No packet passes to or from this port, and nobody is told. */
    void cut(int port) throws IOException, InterruptedException {
        both(port, List.of("-j", "DROP"));
    }

    /** So many of a hundred packets to and from this port are lost. */
    void lose(int port, int percent) throws IOException, InterruptedException {
        String share = percent / 100.0 + "";
        both(port, List.of("-m", "statistic", "--mode", "random", "--probability", share, "-j", "DROP"));
    }

    /** Every packet to this port is answered by the end of its connection. */
    void tear(int port) throws IOException, InterruptedException {
        add(List.of("-p", "tcp", "--dport", "" + port, "-j", "REJECT", "--reject-with", "tcp-reset"));
    }

    private void both(int port, List<String> fate) throws IOException, InterruptedException {
        for (String side : List.of("--dport", "--sport")) {
            List<String> rule = new ArrayList<>(List.of("-p", "tcp", side, "" + port));
            rule.addAll(fate);
            add(rule);
        }
    }

    private void add(List<String> rule) throws IOException, InterruptedException {
        call("-A", rule);
        rules.add(rule);
    }

    /** All packets pass again. */
    void heal() throws IOException, InterruptedException {
        for (List<String> rule : rules) {
            call("-D", rule);
        }
        rules.clear();
    }

    private void call(String what, List<String> rule) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(program, what, "INPUT"));
        words.addAll(rule);
        Command called = Command.run(words);
        if (!called.isDone()) {
            throw new IOException(String.join(" ", words) + ": " + called.said().strip());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            heal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
