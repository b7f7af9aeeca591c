package io.watchfloor.gateway.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PixelsTest {
    /** 64 by 48, red on the left and blue on the right, as a browser's canvas writes it, with a colour profile. */
    private static final byte[] WEBP = Base64.getDecoder().decode("""
                    UklGRkYCAABXRUJQVlA4WAoAAAAgAAAAPwAALwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAA
                    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                    AAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChn
                    VFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAA
                    b6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQA
                    AAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAg
                    ADIAMAAxADZWUDggWAAAADAEAJ0BKkAAMAA+0WKuUCglJKKleAmZABoJYwDMhcAACw+u84lF5ZN0AAD+6mX/LM4V7L//iHNbu5ze7JJmnf/4
                    ILLRiQw1fLM2WgpkE+/q8lmK6gxAAAA=""".replace("\n", ""));

    @Test
    void shouldReadAWebPAsAPhonesBrowserWritesIt() throws PhotoException {
        BufferedImage image = Pixels.read(WEBP);

        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(48);
        Color left = new Color(image.getRGB(8, 24));
        Color right = new Color(image.getRGB(56, 24));
        assertThat(left.getRed()).isGreaterThan(left.getBlue() + 80);
        assertThat(right.getBlue()).isGreaterThan(right.getRed() + 80);
    }

    @Test
    void shouldKeepNothingOfAWebPButItsPixels() throws PhotoException {
        assertThat(Pixels.write(Pixels.read(WEBP))).startsWith(0xFF, 0xD8, 0xFF).satisfies(jpeg -> assertThat(
                        new String(jpeg, StandardCharsets.ISO_8859_1))
                .doesNotContain("ICC"));
    }

    @Test
    void shouldRefuseWhatOnlyBeginsLikeAWebP() {
        assertThatThrownBy(() -> Pixels.read(Arrays.copyOf(WEBP, 40)))
                .isInstanceOf(PhotoException.class)
                .hasMessageContaining("WEBP");
        assertThatThrownBy(() -> Pixels.read("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(PhotoException.class)
                .hasMessageContaining("none of them");
    }
}
