package dev.supporters.tools.check;

import dev.supporters.contract.Place;
import dev.supporters.tools.EnvironmentVariables;
import dev.supporters.tools.InvalidSettingException;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of the check.
 *
 * @param within how long the decision of the call may take
 */
public record CheckSettings(
        URI gateway, Duration within, Place origin, Place destination, TokenSource token) {

    private static final String GATEWAY = "SUPPORTERS_CHECK_GATEWAY";
    private static final String WITHIN = "SUPPORTERS_CHECK_WITHIN";
    private static final String ORIGIN = "SUPPORTERS_CHECK_ORIGIN";
    private static final String DESTINATION = "SUPPORTERS_CHECK_DESTINATION";
    private static final String TOKEN = "SUPPORTERS_CHECK_TOKEN";
    private static final String TOKEN_URL = "SUPPORTERS_CHECK_TOKEN_URL";

    private static final String A_URL = "a URL, such as http://supporters-gateway:8080";
    private static final String A_TIME = "seconds or minutes, such as 60s or 2m";
    private static final String A_PLACE = "degrees as lat,lng, such as 37.5665,126.9780";

    private static final Pattern COORDINATES =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,20})?),(-?\\d{1,3}(?:\\.\\d{1,20})?)");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([sm])");

    public static CheckSettings of(EnvironmentVariables environment) {
        return new CheckSettings(
                url(GATEWAY, environment.text(GATEWAY, A_URL)),
                time(environment.text(WITHIN, A_TIME)),
                place(ORIGIN, environment.text(ORIGIN, A_PLACE)),
                place(DESTINATION, environment.text(DESTINATION, A_PLACE)),
                token(environment));
    }

    private static TokenSource token(EnvironmentVariables environment) {
        Optional<String> token = environment.optional(TOKEN);
        Optional<String> url = environment.optional(TOKEN_URL);
        if (token.isPresent() == url.isPresent()) {
            throw new InvalidSettingException(
                    TOKEN + " and " + TOKEN_URL,
                    token.isPresent() ? "both" : "neither",
                    "one of them");
        }
        return url.<TokenSource>map(text -> new TokenSource.Issuer(url(TOKEN_URL, text)))
                .orElseGet(() -> new TokenSource.GivenToken(token.orElseThrow()));
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidSettingException(WITHIN, text, A_TIME);
        }
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("m") ? Duration.ofMinutes(count) : Duration.ofSeconds(count);
    }

    private static Place place(String name, String text) {
        Matcher matcher = COORDINATES.matcher(text.replace(" ", ""));
        if (!matcher.matches() || outside(matcher.group(1), 90) || outside(matcher.group(2), 180)) {
            throw new InvalidSettingException(name, text, A_PLACE);
        }
        return new Place(matcher.group(1), matcher.group(2), "", "");
    }

    private static boolean outside(String degrees, int most) {
        return Math.abs(Double.parseDouble(degrees)) > most;
    }

    private static URI url(String name, String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && url.getScheme().matches("https?")) {
                return url;
            }
            throw new InvalidSettingException(name, text, A_URL);
        } catch (URISyntaxException e) {
            throw new InvalidSettingException(name, text, A_URL);
        }
    }
}
