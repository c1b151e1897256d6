package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/internal/sordump"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"evaluate": main})
}

// whole has TestMemoryIsBounded feed millions of rows to what is bounded, and
// TestAnObligationIsGenerated run go generate in a copy of the repository:
//
//	go test ./cmd/evaluate -run 'TestMemoryIsBounded|TestAnObligationIsGenerated' -whole
var whole = flag.Bool("whole", false, "feed what bounds memory with as much as fits, and see what go generate changes with an obligation")

// TestScripts runs the command as people do: testdata/script/*.txtar, one
// subject each.
func TestScripts(t *testing.T) {
	t.Parallel()
	fixtures, err := filepath.Abs("../../fixtures")
	require.NoError(t, err)
	params := testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       *golden.Update,
		Setup: func(env *testscript.Env) error {
			// Fixtures are shown by the paths that they have in the repository.
			return os.Symlink(fixtures, filepath.Join(env.WorkDir, "fixtures"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exit": exitStatus, "dump": writeDump, "key": writeKey},
	}
	if testing.Short() {
		params.Dir = "" // as oneAfterTheOther says
		for _, name := range sideBySide {
			params.Files = append(params.Files, filepath.Join("testdata", "script", name+".txtar"))
		}
	}
	testscript.Run(t, params)
}

// sideBySide are the scripts in which documents are judged, archives read or
// cases run beside each other.
var sideBySide = []string{"ask", "fine", "import_sor", "import_sor_resume", "keep_going", "outputs", "render", "test"}

// oneAfterTheOther leaves a test out of a short run: it starts commands that do one thing
// after the other. The race detector, for which short runs are, slows each start down by
// much and learns nothing from them.
func oneAfterTheOther(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("starts commands that do one thing after the other, of which the race detector learns nothing")
	}
}

// exitStatus runs a command and requires its exit code: exit 2 evaluate x.yaml.
func exitStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit code command args...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if exitErr, ok := err.(interface{ ExitCode() int }); ok {
		code = string(rune('0' + exitErr.ExitCode()))
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}

// writeKey makes a key and its public half: key private.pem public.pem ed25519|p256.
func writeKey(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: key private.pem public.pem ed25519|p256")
	}
	var private crypto.Signer
	var err error
	if args[2] == "p256" {
		private, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	} else {
		_, private, err = ed25519.GenerateKey(rand.Reader)
	}
	ts.Check(err)
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	ts.Check(err)
	public, err := x509.MarshalPKIXPublicKey(private.Public())
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public}), 0o644))
}

// writeDump writes a day of statements of reasons with its checksum:
// dump folder 2025-07-22 full rows.
func writeDump(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: dump folder day full|light rows")
	}
	rows, err := strconv.Atoi(args[3])
	ts.Check(err)
	o := sordump.Options{Seed: 7, Day: args[1], Light: args[2] == "light", Archives: 2, Files: 2, Rows: rows}
	folder := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(folder, 0o755))
	_, err = o.WriteDay(folder)
	ts.Check(err)
}
