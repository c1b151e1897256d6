package attest_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"strings"
	"testing"

	statement "github.com/in-toto/attestation/go/v1"
	"github.com/secure-systems-lab/go-securesystemslib/dsse"
	"github.com/secure-systems-lab/go-securesystemslib/signerverifier"
	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/encoding/protojson"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/attest"
)

func sample(file string) *report.Report {
	return &report.Report{
		AssessmentDate: "2026-11-01", Service: report.Service{Name: "A <b> & c"},
		Summary: report.Summary{Breach: 1},
		Obligations: []report.Obligation{{
			ID: "dsa.art16.6", Verdict: report.Breach, Findings: []report.Finding{{Code: "fault_open"}},
		}},
		Provenance: report.Provenance{Facts: []report.File{{File: file, SHA256: strings.Repeat("ab", 32)}}, Engine: "dsaeval test"},
	}
}

// pair makes a key and its public half in PEM.
func pair(t *testing.T, private crypto.Signer) (secret, public []byte) {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(private)
	require.NoError(t, err)
	secret = pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	der, err = x509.MarshalPKIXPublicKey(private.Public())
	require.NoError(t, err)
	return secret, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
}

func keys(t *testing.T) map[string]crypto.Signer {
	t.Helper()
	_, edwards, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	p256, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	p384, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	require.NoError(t, err)
	return map[string]crypto.Signer{"Ed25519": edwards, "P-256": p256, "P-384": p384}
}

// TestStatement shows that the types of in-toto take a statement, that it says what the
// reports do, and that the same reports give the same bytes.
func TestStatement(t *testing.T) {
	t.Parallel()
	reports := []*report.Report{sample("b.yaml"), sample("a.yaml"), sample("a.yaml")}
	content, err := attest.Statement(reports)
	require.NoError(t, err)
	again, err := attest.Statement(reports)
	require.NoError(t, err)
	require.Equal(t, string(content), string(again))
	var s statement.Statement
	require.NoError(t, protojson.Unmarshal(content, &s))
	require.NoError(t, s.Validate())
	require.Len(t, s.GetSubject(), 2, "each file once")
	require.Equal(t, "a.yaml", s.GetSubject()[0].GetName())
	require.Equal(t, strings.Repeat("ab", 32), s.GetSubject()[0].GetDigest()["sha256"])
	require.Equal(t, attest.PredicateType, s.GetPredicateType())
	p, err := attest.Read(content)
	require.NoError(t, err)
	want, err := attest.ClaimOf(reports[0])
	require.NoError(t, err)
	require.Equal(t, want.Verdicts, p.Reports[0].Verdicts)
	require.Equal(t, []attest.Verdict{{ID: "dsa.art16.6", Verdict: report.Breach, Findings: []string{"fault_open"}}}, want.Verdicts)
	changed := sample("b.yaml")
	changed.Obligations[0].Findings[0].Message = "other words"
	other, err := attest.ClaimOf(changed)
	require.NoError(t, err)
	require.NotEqual(t, want.ReportSHA256, other.ReportSHA256, "nothing of a report can be other")
	_, err = attest.Statement(nil)
	require.Error(t, err)
}

// TestSignatures has the verifier of the library check what is signed.
func TestSignatures(t *testing.T) {
	t.Parallel()
	content, err := attest.Statement([]*report.Report{sample("a.yaml")})
	require.NoError(t, err)
	for name, private := range keys(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			secret, public := pair(t, private)
			key, err := attest.PrivateKey(secret)
			require.NoError(t, err)
			envelope, err := attest.Sign(t.Context(), content, key)
			require.NoError(t, err)

			loaded, err := signerverifier.LoadKey(public)
			require.NoError(t, err)
			var verifier dsse.Verifier
			if name == "Ed25519" {
				verifier, err = signerverifier.NewED25519SignerVerifierFromSSLibKey(loaded)
			} else {
				verifier, err = signerverifier.NewECDSASignerVerifierFromSSLibKey(loaded)
			}
			require.NoError(t, err)
			library, err := dsse.NewEnvelopeVerifier(verifier)
			require.NoError(t, err)
			var e dsse.Envelope
			require.NoError(t, json.Unmarshal(envelope, &e))
			accepted, payload, err := library.VerifyAndDecode(t.Context(), &e)
			require.NoError(t, err)
			require.Len(t, accepted, 1)
			require.Equal(t, string(content), string(payload))

			verify, err := attest.PublicKey(public)
			require.NoError(t, err)
			payload, err = attest.Open(t.Context(), envelope, verify)
			require.NoError(t, err)
			require.Equal(t, string(content), string(payload))
			payload, err = attest.Unverified(envelope)
			require.NoError(t, err)
			require.Equal(t, string(content), string(payload))
		})
	}
}

// TestOneChangedByte changes each byte of an envelope in turn: none is accepted.
func TestOneChangedByte(t *testing.T) {
	t.Parallel()
	content, err := attest.Statement([]*report.Report{sample("a.yaml")})
	require.NoError(t, err)
	secret, public := pair(t, keys(t)["Ed25519"])
	key, err := attest.PrivateKey(secret)
	require.NoError(t, err)
	verify, err := attest.PublicKey(public)
	require.NoError(t, err)
	envelope, err := attest.Sign(t.Context(), content, key)
	require.NoError(t, err)
	for i := range bytes.TrimSuffix(envelope, []byte("\n")) {
		changed := bytes.Clone(envelope)
		for _, other := range []byte{changed[i] ^ 0x20, changed[i] + 1} {
			changed[i] = other
			_, err := attest.Open(t.Context(), changed, verify)
			require.Errorf(t, err, "byte %d: %s", i, changed[max(0, i-20):i+1])
		}
	}
	_, otherPublic := pair(t, keys(t)["Ed25519"])
	other, err := attest.PublicKey(otherPublic)
	require.NoError(t, err)
	_, err = attest.Open(t.Context(), envelope, other)
	require.ErrorIs(t, err, attest.ErrSignature)
}

// TestOtherKeys shows what is said of keys that cannot be used.
func TestOtherKeys(t *testing.T) {
	t.Parallel()
	big, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	secret, public := pair(t, big)
	_, err = attest.PrivateKey(secret)
	require.ErrorContains(t, err, "the key is neither Ed25519 nor ECDSA")
	_, err = attest.PublicKey(public)
	require.ErrorContains(t, err, "the key is neither Ed25519 nor ECDSA")
	_, err = attest.PublicKey(secret)
	require.ErrorContains(t, err, "this is a PRIVATE KEY; expected a PUBLIC KEY")
	_, err = attest.PrivateKey([]byte("none"))
	require.ErrorContains(t, err, "this is no key in PEM")
	_, err = attest.PrivateKey([]byte("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"))
	require.Error(t, err)
}

// TestOtherStatements shows that what is signed and is about something else is told.
func TestOtherStatements(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]string{
		`{}`: "no in-toto statement",
		`{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"a","digest":{"sha256":"` + strings.Repeat("ab", 32) + `"}}],"predicateType":"https://slsa.dev/provenance/v1","predicate":{}}`: "its predicate is of the type \"https://slsa.dev/provenance/v1\"",
		`[`:             "no in-toto statement: it is not JSON with the members of one; perhaps something was changed",
		"{\"`type\":1}": "no in-toto statement: it is not JSON with the members of one",
	} {
		_, err := attest.Read([]byte(content))
		require.ErrorContains(t, err, want)
		require.NotContains(t, err.Error(), "proto:")
	}
	_, err := attest.Unverified([]byte(`{"payloadType":"text/plain","payload":"eA==","signatures":[]}`))
	require.ErrorContains(t, err, `its payload is of the type "text/plain"`)
	require.True(t, attest.IsEnvelope([]byte(`{"payloadType":""}`)))
	require.False(t, attest.IsEnvelope([]byte(`{"summary":{}}`)))
	require.True(t, attest.IsStatement([]byte(`{"_type":""}`)))
	require.False(t, attest.IsStatement([]byte("{}\n{}")))
}
