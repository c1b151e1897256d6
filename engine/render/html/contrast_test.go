package html_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestContrast computes the contrast of the colours that meet, by WCAG 2.2:
// 4.5 for text (1.4.3), 3 for what must be seen to understand a picture or to
// use a control (1.4.11).
func TestContrast(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../../../internal/look/look.css")
	require.NoError(t, err)
	css := string(content)
	light := colours(css[:strings.Index(css, "@media")])
	_, dark, _ := strings.Cut(css, "@media screen and (prefers-color-scheme: dark)")
	dark, _, _ = strings.Cut(dark, "* {")
	for name, theme := range map[string]map[string]string{"light": light, "dark": colours(dark)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Len(t, theme, len(light), "each theme gives every colour")
			for _, pair := range []struct {
				ratio      float64
				foreground string
				background string
			}{
				{7, "ink", "paper"},
				{4.5, "ink", "panel"},
				{4.5, "ink", "mark"},
				{4.5, "quiet", "paper"},
				{4.5, "quiet", "panel"},
				{4.5, "quiet", "mark"},
				{4.5, "link", "paper"},
				{4.5, "link", "mark"},
				{4.5, "breach", "paper"},
				{4.5, "breach", "panel"},
				{4.5, "breach", "mark"},
				{4.5, "compliant", "paper"},
				{4.5, "compliant", "panel"},
				{4.5, "compliant", "mark"},
				{4.5, "undetermined", "paper"},
				{4.5, "undetermined", "panel"},
				{4.5, "undetermined", "mark"},
				{4.5, "not_applicable", "paper"},
				{4.5, "not_applicable", "panel"},
				{4.5, "not_applicable", "mark"},
				{3, "strong-rule", "paper"}, // borders of controls
				{3, "strong-rule", "panel"},
				{3, "link", "panel"}, // the ring of the focus
				{3, "bar-breach", "paper"},
				{3, "bar-undetermined", "paper"},
				{3, "bar-compliant", "paper"},
				{3, "bar-not_applicable", "paper"},
				{3, "bar-cap", "paper"},
				{3, "bar-band", "paper"},
				{3, "ink", "bar-band"}, // the mark of the central figure
			} {
				foreground, background := theme[pair.foreground], theme[pair.background]
				require.NotEmpty(t, foreground, pair.foreground)
				require.NotEmpty(t, background, pair.background)
				have := contrast(foreground, background)
				if have < pair.ratio {
					t.Errorf("--%s %s on --%s %s: contrast %.2f, want %.1f", pair.foreground, foreground, pair.background, background, have, pair.ratio)
				}
			}
		})
	}
}

var colourPattern = regexp.MustCompile(`--([a-z_-]+): (#[0-9a-f]{6});`)

func colours(css string) map[string]string {
	values := map[string]string{}
	for _, match := range colourPattern.FindAllStringSubmatch(css, -1) {
		values[match[1]] = match[2]
	}
	return values
}

func contrast(a, b string) float64 {
	lighter, darker := luminance(a), luminance(b)
	if lighter < darker {
		lighter, darker = darker, lighter
	}
	return (lighter + 0.05) / (darker + 0.05)
}

func luminance(colour string) float64 {
	channel := func(i int) float64 {
		n, _ := strconv.ParseUint(colour[i:i+2], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(1) + 0.7152*channel(3) + 0.0722*channel(5)
}
