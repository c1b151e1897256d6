package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

// resultFile is what `go -C bench run . -json result.json` wrote last. The pages show it and
// nothing else: nobody types a figure.
//
//go:generate go test -run TestPages . -update
const resultFile = "result.json"

// TestPages compares the tables of the pages with the checked-in result.
func TestPages(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(resultFile)
	require.NoError(t, err)
	var measured struct {
		Rows []row `json:"rows"`
	}
	require.NoError(t, json.Unmarshal(content, &measured))
	for page, want := range map[string]string{"../README.md": "short", "../docs/performance.md": "all"} {
		var table strings.Builder
		if want == "short" {
			require.NoError(t, writeShort(&table, measured.Rows))
		} else {
			require.NoError(t, writeMarkdown(&table, measured.Rows))
		}
		golden.Part(t, page, "<!-- bench "+want+" -->\n", "<!-- end -->", table.String())
	}
}

// TestWriteShort: a line that the result lacks is an error and not left out.
func TestWriteShort(t *testing.T) {
	t.Parallel()
	require.ErrorContains(t, writeShort(new(strings.Builder), nil), "no line")
}
