package dev.supporters.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;

import org.junit.jupiter.api.Test;

class CompressionPolicyTest {

    @Test
    void messagesOfWebsocketsAreCompressedAtTheLowestLevelWithAndWithoutTls() {
        HttpServerOptions plain = new HttpServerOptions();
        HttpServerOptions tls = new HttpServerOptions();

        new CompressionPolicy().customizeHttpServer(plain);
        new CompressionPolicy().customizeHttpsServer(tls);

        assertThat(plain.getPerMessageWebSocketCompressionSupported()).isTrue();
        assertThat(plain.getWebSocketCompressionLevel()).isEqualTo(1);
        assertThat(tls.getWebSocketCompressionLevel()).isEqualTo(1);
    }
}
