package attest

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"
	"github.com/secure-systems-lab/go-securesystemslib/signerverifier"
)

// PayloadType is that of in-toto statements in an envelope.
const PayloadType = "application/vnd.in-toto+json"

// Key signs or verifies, or both.
type Key struct{ key dsse.SignerVerifier }

var errOtherKey = errors.New("the key is neither Ed25519 nor ECDSA; openssl genpkey -algorithm ed25519 makes one")

// PrivateKey reads a key that signs: Ed25519 or ECDSA, as PKCS #8 in PEM.
func PrivateKey(content []byte) (Key, error) { return read(content, "PRIVATE KEY") }

// PublicKey reads a key that verifies: the public half, as PKIX in PEM.
func PublicKey(content []byte) (Key, error) { return read(content, "PUBLIC KEY") }

func read(content []byte, want string) (Key, error) {
	block, _ := pem.Decode(content)
	if block == nil {
		return Key{}, fmt.Errorf("this is no key in PEM; expected -----BEGIN %s-----", want)
	}
	if block.Type != want {
		return Key{}, fmt.Errorf("this is a %s; expected a %s", block.Type, want)
	}
	loaded, err := signerverifier.LoadKey(content)
	if errors.Is(err, signerverifier.ErrUnknownKeyType) {
		return Key{}, errOtherKey
	}
	if err != nil {
		return Key{}, err
	}
	var key dsse.SignerVerifier
	switch loaded.KeyType {
	case signerverifier.ED25519KeyType:
		key, err = signerverifier.NewED25519SignerVerifierFromSSLibKey(loaded)
	case signerverifier.ECDSAKeyType:
		key, err = signerverifier.NewECDSASignerVerifierFromSSLibKey(loaded)
	default:
		return Key{}, errOtherKey
	}
	return Key{key}, err
}

// Sign puts a statement into an envelope with a signature.
func Sign(ctx context.Context, statement []byte, key Key) ([]byte, error) {
	signer, err := dsse.NewEnvelopeSigner(key.key)
	if err != nil {
		return nil, err
	}
	envelope, err := signer.SignPayload(ctx, PayloadType, statement)
	if err != nil {
		return nil, err
	}
	content, err := json.Marshal(envelope)
	return append(content, '\n'), err
}

// ErrSignature says that an envelope was not signed by the key, or changed since.
var ErrSignature = errors.New("the signature does not hold: another key signed, or something was changed since")

// Open returns the statement of an envelope, once the key has verified the signature.
func Open(ctx context.Context, envelope []byte, key Key) ([]byte, error) {
	e, err := envelopeOf(envelope)
	if err != nil {
		return nil, err
	}
	verifier, err := dsse.NewEnvelopeVerifier(key.key)
	if err != nil {
		return nil, err
	}
	_, payload, err := verifier.VerifyAndDecode(ctx, e)
	if errors.Is(err, dsse.ErrNoSignature) {
		return nil, fmt.Errorf("%w; the envelope has no signature", ErrSignature)
	}
	if err != nil {
		return nil, ErrSignature // the library counts keys, of which there is one
	}
	return payload, nil
}

// Unverified returns the statement of an envelope whose signature nobody looked at.
func Unverified(envelope []byte) ([]byte, error) {
	e, err := envelopeOf(envelope)
	if err != nil {
		return nil, err
	}
	return e.DecodeB64Payload()
}

func envelopeOf(content []byte) (*dsse.Envelope, error) {
	var e dsse.Envelope
	if err := json.Unmarshal(content, &e); err != nil {
		return nil, fmt.Errorf("this is no envelope: %w", err)
	}
	// No reader takes an envelope for another one because of a name in other letters, of a
	// member that is not there, or of bits that Base64 does not use.
	var compact bytes.Buffer
	again, err := json.Marshal(e)
	if err == nil {
		err = json.Compact(&compact, content)
	}
	if err != nil || !bytes.Equal(compact.Bytes(), again) || !canonical(e) {
		return nil, errors.New("this envelope is not written as DSSE has it")
	}
	if e.PayloadType != PayloadType || e.Payload == "" {
		return nil, fmt.Errorf("this is no envelope with an in-toto statement: its payload is of the type %q", e.PayloadType)
	}
	return &e, nil
}

// canonical reports whether all that is encoded is what encoding it again gives.
func canonical(e dsse.Envelope) bool {
	encoded := []string{e.Payload}
	for _, s := range e.Signatures {
		encoded = append(encoded, s.Sig)
	}
	for _, text := range encoded {
		content, err := base64.StdEncoding.Strict().DecodeString(text)
		if err != nil || base64.StdEncoding.EncodeToString(content) != text {
			return false
		}
	}
	return true
}

// IsEnvelope reports whether JSON looks like an envelope, IsStatement whether like a
// statement.
func IsEnvelope(content []byte) bool {
	var e struct {
		PayloadType *string `json:"payloadType"`
	}
	return json.Unmarshal(content, &e) == nil && e.PayloadType != nil
}

// IsStatement: see [IsEnvelope].
func IsStatement(content []byte) bool {
	var s struct {
		Type *string `json:"_type"`
	}
	return json.Unmarshal(content, &s) == nil && s.Type != nil
}
