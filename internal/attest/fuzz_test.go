package attest_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/attest"
)

// FuzzRead has statements and envelopes of anybody read: none is a crash, and none
// without a report is taken for one that has some.
func FuzzRead(f *testing.F) {
	content, err := attest.Statement([]*report.Report{sample("a.yaml")})
	require.NoError(f, err)
	f.Add(content)
	f.Add([]byte(`{"payloadType":"application/vnd.in-toto+json","payload":"e30=","signatures":[{"keyid":"","sig":""}]}`))
	f.Add([]byte(strings.Replace(string(content), `"reports":[`, `"reports":[null,`, 1)))
	f.Fuzz(func(t *testing.T, content []byte) {
		if attest.IsEnvelope(content) {
			if payload, err := attest.Unverified(content); err == nil {
				content = payload
			}
		}
		if p, err := attest.Read(content); err == nil {
			require.NotEmpty(t, p.Reports)
		}
	})
}
