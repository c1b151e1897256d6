package serve_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/serve"
)

// running is a server as the command runs it.
func running(t *testing.T, facts string, through ...func(net.Listener) net.Listener) (c *client, address string, stop func() error) {
	t.Helper()
	c = &client{t: t, dir: t.TempDir()}
	c.write("facts.yaml", facts)
	server, err := serve.New(serve.Options{Engine: built(), Dir: c.dir, Today: today})
	require.NoError(t, err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	for _, each := range through {
		listener = each(listener)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Run(ctx, listener) }()
	t.Cleanup(cancel)
	return c, listener.Addr().String(), func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(40 * time.Second):
			return fmt.Errorf("it does not end")
		}
	}
}

// watched tells when a server waits for more than the first bytes of a request, and when
// it takes no further connection.
type watched struct {
	net.Listener
	wants         int
	waits, closed context.CancelFunc
}

func (w *watched) Accept() (net.Conn, error) {
	conn, err := w.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &watchedConn{Conn: conn, of: w}, nil
}

func (w *watched) Close() error {
	w.closed()
	return w.Listener.Close()
}

type watchedConn struct {
	net.Conn
	of  *watched
	got int
}

func (c *watchedConn) Read(b []byte) (int, error) {
	if c.got == c.of.wants {
		c.of.waits()
	}
	n, err := c.Conn.Read(b)
	c.got += n
	return n, err
}

// TestShutdown: a save that is under way when the end comes is whole, and whoever sent it
// gets an answer.
func TestShutdown(t *testing.T) {
	t.Parallel()
	form := url.Values{"at": {report15}, "answer": {"no"}, "was": {""}}.Encode()
	begun := fmt.Sprintf("POST /s/facts.yaml/answer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s", len(form), form[:5])
	waiting, waits := context.WithCancel(t.Context())
	closing, closed := context.WithCancel(t.Context())
	seen := &watched{wants: len(begun), waits: waits, closed: closed}
	c, address, stop := running(t, shop, func(l net.Listener) net.Listener { seen.Listener = l; return seen })
	conn, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer conn.Close()
	_, err = io.WriteString(conn, begun)
	require.NoError(t, err)
	<-waiting.Done() // the handler has the beginning of the form and waits for the rest
	ended := make(chan error, 1)
	go func() { ended <- stop() }()
	<-closing.Done() // the end has begun
	_, err = io.WriteString(conn, form[5:])
	require.NoError(t, err)
	status, err := bufio.NewReader(conn).ReadString('\n')
	require.NoError(t, err)
	require.Contains(t, status, "303")
	require.NoError(t, <-ended)
	require.Contains(t, c.read("facts.yaml"), "transparency_report_published: false")
	_, err = net.Dial("tcp", address)
	require.Error(t, err, "nobody listens any more")
}
