/** Leaves out of lib.dom what business apps hardly touch. What is cut stays usable, as `any`-like shapes, so valid code keeps passing. */
import ts from "typescript";

/** Families of declarations, by how their names start. `!` keeps a name. */
const CUT = `
  Accelerometer Aes Algorithm ANGLE Analyser Animation Attr AudioBuffer AudioContext AudioData AudioDecoder AudioDestination AudioEncoder
  AudioListener AudioNode AudioParam AudioProcessing AudioScheduled AudioSink AudioTimestamp AudioWorklet Authenticat BaseAudio Biquad
  BroadcastChannel ByteLength CDATASection CSS Canvas Caret Channel ChannelMerger ChannelSplitter Constant ContentVisibility Convolver Cookie
  CountQueuing Credential Crypto DOMImplementation Delay DeviceMotion DeviceOrientation DocumentTimeline DocumentType Dynamics EXT EcKey Ecdh
  Ecdsa EncodedAudio EncodedVideo EyeDropper Federated Fenced FileSystem FontFace GPU Gain Gamepad Gyroscope HTMLDirectory HTMLFont HTMLFrame
  HTMLMarquee HTMLParam Highlight Hkdf Hmac IDB IIRFilter IdleDeadline ImageBitmapRendering ImageDecoder ImageTrack InputDevice JsonWebKey KHR_
  KeyAlgorithm KeySystem Keyframe Launch Lock MIDI Magnet MathML MediaCapabilities MediaElementAudio MediaEncrypted MediaKey MediaMetadata
  MediaRecorder MediaSession MediaSource MediaStreamAudio MediaTrack MessageChannel Navigation NodeFilter NodeIterator Notification OES_ OVR
  Offline Offscreen Origin Oscillator Overconstrained PageReveal Panner Password Payment Pbkdf2 Performance PeriodicWave PictureInPicture
  Presentation ProcessingInstruction PublicKey Push Quota RTC ReadableByteStream ReadableStreamBYOB Remote Report Rsa SVGAnimated SVGFE
  ScriptProcessor Sensor ServiceWorker SharedWorker SourceBuffer Speech Stereo StorageManager StylePropertyMap Subtle TaskController TaskSignal
  TextTrack TransformStreamDefault TreeWalker Trusted VTT VideoColor VideoDecoder VideoEncoder VideoFrame ViewTransition Viewport WEBGL_ WGSL
  WakeLock WaveShaper WebGL WebSocketStream WebTransport WindowControls Worklet XMLDocument XPath XR XSLT
  !AnimationEvent !AnimationEventInit !CSSStyleDeclaration !CSSStyleSheet !CSSRule !CSSRuleList !CSSStyleValue !CanvasGradient
  !CanvasRenderingContext2D !CanvasTextAlign !CanvasLineCap !CanvasLineJoin !Crypto !Notification !NotificationOptions !NotificationPermission
  !Performance !PerformanceEntry !SVGAnimatedLength !SVGAnimatedRect !SVGAnimatedString !MessageChannel !CaretPosition !ReportingObserver`
  .trim()
  .split(/\s+/);

const KEPT = new Set(CUT.filter((name) => name.startsWith("!")).map((name) => name.slice(1)));
const FAMILIES = new RegExp(`^(${CUT.filter((name) => !name.startsWith("!")).join("|")})`);
/** Whether the declarations of this name are cut, so that everything is taken of them. */
export const isCut = (name: string) => FAMILIES.test(name) && !KEPT.has(name) && !/^Canvas[A-Z]\w+(?<!Settings)$/.test(name);

/** These have their own events; every other element inherits the same listeners from HTMLElement or SVGElement. */
const OWN_EVENTS = /^(HTML(|Media|Video|Body|FrameSet)Element|SVG(|SVG)Element)$/;
const LISTENERS = /^\s*(add|remove)EventListener\b.*\n/gm;

export function cutDom(text: string): string {
  const file = ts.createSourceFile("lib.dom.d.ts", text, ts.ScriptTarget.Latest, true);
  const types = new Map<string, readonly ts.TypeParameterDeclaration[]>();
  const aliases = new Set<string>();
  const values = new Set<string>();
  let kept = "";
  for (const statement of file.statements) {
    const name = nameOf(statement);
    if (name === null || !isCut(name)) {
      kept += thinned(statement, name, text);
      continue;
    }
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      const [known, own] = [types.get(name) ?? [], statement.typeParameters ?? []];
      types.set(name, own.length > known.length ? own : known);
      if (ts.isTypeAliasDeclaration(statement) || statement.members.some(ts.isCallSignatureDeclaration)) aliases.add(name);
    } else values.add(name);
  }
  // An index of `any` takes whatever object it is given; what may be a text or a function is `any` itself.
  const standIns = [...types].map(([name, parameters]) =>
    aliases.has(name) ? `type ${name}${generics(parameters)} = any;` : `interface ${name}${generics(parameters)} { [name: string]: any }`,
  );
  return [kept, ...standIns, ...[...values].map((name) => `declare var ${name}: any;`), ""].join("\n");
}

function nameOf(statement: ts.Statement): string | null {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText() ?? null;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isModuleDeclaration(statement))
    return statement.name.text;
  return null;
}

function thinned(statement: ts.Statement, name: string | null, text: string): string {
  const own = text.slice(statement.pos, statement.end);
  const inherits = ts.isInterfaceDeclaration(statement) && name !== null && /^(HTML|SVG)\w+Element$/.test(name) && !OWN_EVENTS.test(name);
  return inherits ? own.replace(LISTENERS, "") : own;
}

/** An argument that has to be given still has to be. */
const generics = (parameters: readonly ts.TypeParameterDeclaration[]): string =>
  parameters.length === 0 ? "" : `<${parameters.map((one, index) => `T${index}${one.default ? " = any" : ""}`).join(", ")}>`;
