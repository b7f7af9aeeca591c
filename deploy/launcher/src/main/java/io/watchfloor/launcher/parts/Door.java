package io.watchfloor.launcher.parts;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Requests to the gateway over loopback, in the clear or over https. Its certificate speaks of the name that people use, not
 * of 127.0.0.1: exactly that certificate is trusted, and no name is compared.
 */
final class Door {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final SSLContext encryption;

    private Door(SSLContext encryption) {
        this.encryption = encryption;
    }

    /** In the clear. */
    static Door open() {
        return new Door(null);
    }

    /**
     * Over https with a gateway that has the certificate in this PEM file; in the clear when it is null.
     *
     * @throws IOException when it cannot be read; the gateway says so in a sentence of its own
     */
    static Door trusting(Path certificateFile) throws IOException {
        if (certificateFile == null) {
            return open();
        }
        try (InputStream in = Files.newInputStream(certificateFile)) {
            Certificate known = CertificateFactory.getInstance("X.509").generateCertificate(in);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new OnlyThis(known)}, null);
            return new Door(context);
        } catch (GeneralSecurityException e) {
            throw new IOException(certificateFile + " is no certificate", e);
        }
    }

    /** A connection that has not asked yet. */
    HttpURLConnection connect(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (connection instanceof HttpsURLConnection encrypted && encryption != null) {
            encrypted.setSSLSocketFactory(encryption.getSocketFactory());
            encrypted.setHostnameVerifier((name, session) -> true);
        }
        return connection;
    }

    private record OnlyThis(Certificate known) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            throw new CertificateException("nobody comes to us");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            if (chain.length == 0 || !chain[0].equals(known)) {
                throw new CertificateException("another certificate than the gateway's");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
