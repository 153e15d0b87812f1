package dev.supporters.gateway.access;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which address somebody connects: that of the connection or, where that is a proxy which is trusted, the last one of X-Forwarded-For
 * that is no such proxy. What stands before it may be written by anybody.
 */
public final class ClientAddresses {

    private static final Pattern COMMA = Pattern.compile(",");

    /** As some proxies write an address: `192.0.2.7:4711`, `[2001:db8::7]:4711` and `[2001:db8::7]`. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|([^:]+):\\d+");

    /** So many bits of an IPv6 address are somebody's own to choose. */
    private static final int OWN_BITS = 64;

    private static final int LENGTH_OF_IPV6 = 16;

    private final List<AddressRange> proxies;

    /**
     * Nobody is asked yet.
     *
     * @param trustedProxies addresses of proxies, and ranges of them like `10.0.0.0/8`
     */
    public ClientAddresses(List<String> trustedProxies) {
        proxies = trustedProxies.stream().map(AddressRange::of).toList();
    }

    /**
     * What counts as one address: of IPv6 the network of 64 bits, since whoever has one address of it has all.
     *
     * @param connection the address at the other end of the connection
     * @param forwarded the values of all headers X-Forwarded-For, in their order
     */
    public String of(String connection, List<String> forwarded) {
        return literal(connection)
                .map(address -> counted(client(address, forwarded)))
                .orElse(connection);
    }

    private InetAddress client(InetAddress connection, List<String> forwarded) {
        InetAddress client = connection;
        for (String before : forwarded.stream().flatMap(COMMA::splitAsStream).toList().reversed()) {
            Optional<InetAddress> address = literal(withoutPort(before.strip()));
            if (!trusted(client) || address.isEmpty()) {
                return client;
            }
            client = address.get();
        }
        return client;
    }

    private boolean trusted(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    private static String counted(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == LENGTH_OF_IPV6
                ? new BigInteger(1, bytes).shiftRight(OWN_BITS).toString(16) + "::/" + OWN_BITS
                : address.getHostAddress();
    }

    private static String withoutPort(String text) {
        Matcher matcher = WITH_PORT.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        return Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** All addresses whose first bits are the same. */
    private record AddressRange(int length, int otherBits, BigInteger first) {

        static AddressRange of(String text) {
            int slash = text.indexOf('/');
            byte[] bytes =
                    literal(slash < 0 ? text : text.substring(0, slash))
                            .orElseThrow(() -> wrong(text))
                            .getAddress();
            int all = bytes.length * Byte.SIZE;
            int bits = slash < 0 ? all : bits(text, slash);
            if (bits < 0 || bits > all) {
                throw wrong(text);
            }
            return new AddressRange(
                    bytes.length, all - bits, new BigInteger(1, bytes).shiftRight(all - bits));
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length == length
                    && new BigInteger(1, bytes).shiftRight(otherBits).equals(first);
        }

        private static int bits(String text, int slash) {
            try {
                return Integer.parseInt(text.substring(slash + 1));
            } catch (NumberFormatException e) {
                throw wrong(text);
            }
        }

        private static IllegalArgumentException wrong(String text) {
            return new IllegalArgumentException(
                    "supporters.gateway.trusted-proxies: found "
                            + text
                            + ", expected an address, or a range like 10.0.0.0/8");
        }
    }
}
