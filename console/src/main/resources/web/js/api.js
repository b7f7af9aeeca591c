/** The gateway's HTTP interface. What it refuses arrives as an `ApiProblem` with a sentence for the officer. */

const BASE = '/api/v1';

/** A refusal: the problem details as the gateway wrote them, `detail` in the language that was asked for. */
export class ApiProblem extends Error {
  constructor(status, problem) {
    super(problem?.detail || problem?.title || `HTTP ${status}`);
    this.status = status;
    this.detail = problem?.detail ?? null;
    this.heldBy = problem?.heldBy ?? null;
    this.type = problem?.type ?? null;
    this.faults = problem?.faults ?? [];
  }
}

async function readBody(response) {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/**
 * @param language gives `zh` or `en`
 * @param onSignedOut is told when the session turns out to be over
 * @param onDenied is told when the user may not do what they asked for
 */
export function createApi({ language, onSignedOut = () => {}, onDenied = () => {}, fetch = globalThis.fetch.bind(globalThis) }) {
  /** @param once `key` names a request that may be sent again, `version` what an edit is meant for */
  async function call(method, path, body, once = {}) {
    const headers = { Accept: 'application/json, application/problem+json', 'Accept-Language': language() };
    const isFile = body instanceof Blob;
    if (once.key) headers['Idempotency-Key'] = once.key;
    if (once.version) headers['If-Match'] = `"${once.version}"`;
    if (body !== undefined) headers['Content-Type'] = isFile ? body.type : 'application/json';
    let response;
    try {
      response = await fetch(BASE + path, {
        method,
        headers,
        body: body === undefined || isFile ? body : JSON.stringify(body),
      });
    } catch {
      throw new ApiProblem(0, null);
    }
    const answer = await readBody(response);
    if (response.status === 401 && answer?.type?.endsWith(':not-signed-in')) onSignedOut();
    if (response.status === 403 && answer?.type?.endsWith(':not-allowed')) onDenied();
    if (!response.ok) throw new ApiProblem(response.status, answer);
    return answer;
  }

  const get = (path) => call('GET', path);
  const post = (path, body, once) => call('POST', path, body ?? {}, once);
  const id = encodeURIComponent;

  return {
    session: () => get('/session'),
    signIn: (name, password, code) => post('/session', { name, password, ...(code && { code }) }),
    signInOnce: (secret) => post('/session/once', { secret }),
    signOut: () => call('DELETE', '/session'),
    beginSecondFactor: () => post('/account/second-factor'),
    setUpAccount: (setup) => post('/account/setup', setup),
    liveTicket: (personId) => post('/live/ticket', personId ? { personId } : {}),
    users: () => get('/access/users'),
    createUser: (draft) => post('/access/users', draft),
    changeUser: (user, draft) => call('PUT', `/access/users/${id(user.id)}`, draft, { version: user.version }),
    resetUser: (userId) => post(`/access/users/${id(userId)}/reset`),
    apiKeys: () => get('/access/keys'),
    createApiKey: (draft) => post('/access/keys', draft),
    revokeApiKey: (keyId) => post(`/access/keys/${id(keyId)}/revoke`),
    audit: (before, limit) => get(`/audit?limit=${limit}${before ? `&before=${before}` : ''}`),
    verifyAudit: () => get('/audit/verification'),
    district: () => get('/district'),
    /** @param table the file name of a single table; null when the file has them all */
    importDistrict: (file, table) => post(`/district/import${table ? `?file=${id(table)}` : ''}`, file),
    incidents: (state, limit) => get(`/incidents?state=${state}&limit=${limit}`),
    incident: (incidentId) => get(`/incidents/${id(incidentId)}`),
    reports: (incidentId, skip, limit) => get(`/incidents/${id(incidentId)}/reports?skip=${skip}&limit=${limit}`),
    candidates: (incidentId, limit) =>
      get(`/incidents/${id(incidentId)}/candidates?limit=${limit}&leavesMinutes=10`),
    about: (incidentId, personId) => get(`/incidents/${id(incidentId)}/candidates?limit=1&person=${id(personId)}`),
    acknowledge: (incidentId) => post(`/incidents/${id(incidentId)}/acknowledge`),
    close: (incidentId, note) => post(`/incidents/${id(incidentId)}/close`, note ? { note } : {}),
    reopen: (incidentId) => post(`/incidents/${id(incidentId)}/reopen`),
    /** @param reason why somebody goes whom something speaks against; null when nothing does */
    assign: (incidentId, personId, tries = 1, reason = null) =>
      post(`/incidents/${id(incidentId)}/assignments`, {
        personId,
        ...(tries > 1 && { tries }),
        ...(reason && { despite: reason }),
      }),
    joinIn: (incidentId, personId, reason = null) =>
      post(`/incidents/${id(incidentId)}/join-in`, { personId, ...(reason && { despite: reason }) }),
    advance: (assignmentId, step, { note, reason } = {}) =>
      post(`/assignments/${id(assignmentId)}/${step}`, { ...(note && { note }), ...(reason && { reason }) }),
    /** What a phone does, with its key and the time it was done. */
    /** @param me where the phone is */
    way: (assignmentId, me) => get(`/assignments/${id(assignmentId)}/way?lat=${me.lat}&lon=${me.lon}`),
    stepOnce: ({ assignmentId, step, note, reason, happenedAt, ...once }) =>
      post(`/assignments/${id(assignmentId)}/${step}`, { ...(note && { note }), ...(reason && { reason }), happenedAt }, once),
    noteOnce: ({ incidentId, text, happenedAt, ...once }) =>
      post(`/incidents/${id(incidentId)}/notes`, { text, happenedAt }, once),
    photoOnce: ({ incidentId, blob, happenedAt, ...once }) =>
      post(`/incidents/${id(incidentId)}/photos?happenedAt=${id(happenedAt)}`, blob, once),
    noticeOnce: ({ personId, noticeId, happenedAt, ...once }) =>
      post(`/people/${id(personId)}/notices/${id(noticeId)}/confirm`, { happenedAt }, once),
    sendNotice: (text, ring) => post('/notices', { text, ring }),
    photos: (incidentId) => get(`/incidents/${id(incidentId)}/photos`),
    /** Where a photo's picture is. */
    photoPath: (photoId, small) => `${BASE}/photos/${id(photoId)}${small ? '/small' : ''}`,
    handOver: (incidentId, organizationId, minutes, reason) =>
      post(`/incidents/${id(incidentId)}/handover`, {
        organizationId,
        ...(minutes && { minutes }),
        ...(reason && { reason }),
      }),
    handoverStep: (incidentId, step, { minutes, reason } = {}) =>
      post(`/incidents/${id(incidentId)}/handover/${step}`, { ...(minutes && { minutes }), ...(reason && { reason }) }),
    correctType: (incidentId, type) => post(`/incidents/${id(incidentId)}/type`, { type }),
    correctGrade: (incidentId, grade) => post(`/incidents/${id(incidentId)}/grade`, { grade }),
    correctPlace: (incidentId, place) => post(`/incidents/${id(incidentId)}/place`, place),
    split: (incidentId, reportIds) => post(`/incidents/${id(incidentId)}/split`, { reportIds }),
    join: (incidentId, into) => post(`/incidents/${id(incidentId)}/join`, { into }),
    unjoin: (incidentId) => post(`/incidents/${id(incidentId)}/unjoin`),
    alert: (alertId) => get(`/alerts/${id(alertId)}`),
    alertReports: (alertId) => get(`/alerts/${id(alertId)}/reports`),
    snooze: (alertId, minutes, reason) => post(`/alerts/${id(alertId)}/snooze`, { minutes, reason }),
    unsnooze: (alertId) => post(`/alerts/${id(alertId)}/unsnooze`),
    shift: () => get('/shift'),
    note: (incidentId, text, dueMinutes) =>
      post(`/incidents/${id(incidentId)}/notes`, dueMinutes ? { text, dueMinutes } : { text }),
    keepPromise: (noteId) => post(`/notes/${id(noteId)}/done`),
    snoozeIncident: (incidentId, minutes, reason) => post(`/incidents/${id(incidentId)}/snooze`, { minutes, reason }),
    unsnoozeIncident: (incidentId) => post(`/incidents/${id(incidentId)}/unsnooze`),
    handoverDraft: (hours) => get(`/handovers/draft?hours=${hours}`),
    handOverShift: (remark, hours) => post('/handovers', remark ? { remark, hours } : { hours }),
    handover: (handoverId) => get(`/handovers/${id(handoverId)}`),
    signHandover: (handoverId) => post(`/handovers/${id(handoverId)}/sign`),
    measures: () => get('/measures'),
    coverage: (skillId, level) => get(`/coverage?skill=${id(skillId)}&level=${level}`),
    weakPoints: (hours, days) => get(`/coverage/weak-points?hours=${hours}&days=${days}`),
    isochrone: (lat, lon, minutes) => get(`/coverage/isochrone?lat=${lat}&lon=${lon}&minutes=${minutes}`),
    whatIf: (incidents, limitMinutes) => post('/coverage/what-if', { incidents, limitMinutes }),
    equipment: () => get('/equipment'),
    setEquipment: (equipmentId, state, note) => post(`/equipment/${id(equipmentId)}/state`, { state, ...(note && { note }) }),
    closures: () => get('/roads/closures'),
    closeRoads: (roadIds, reason, until) => post('/roads/close', { roadIds, reason, ...(until && { until }) }),
    openRoads: (roadIds) => post('/roads/open', { roadIds }),
    devices: (personId) => get(`/people/${id(personId)}/devices`),
    registerDevice: (personId, device) => post(`/people/${id(personId)}/devices`, device),
    revokeDevice: (deviceId) => post(`/devices/${id(deviceId)}/revoke`),
    setAvailability: (personId, wish) => post(`/people/${id(personId)}/availability`, wish),
    plan: () => get('/plan'),
    sendTeam: (incidentId, personIds) => post(`/plan/incidents/${id(incidentId)}/send`, { personIds }),
    tellStandby: (personId, cellId) => post(`/plan/moves/${id(personId)}`, { cellId }),
    automaticAreas: () => get('/plan/areas'),
    setAutomatic: (areaId, on, reason) => call('PUT', `/plan/areas/${id(areaId)}`, { on, reason }),
    people: () => get('/people'),
    person: (personId) => get(`/people/${id(personId)}`),
    position: (personId, position) => post(`/people/${id(personId)}/position`, position),
    deadLetters: (limit) => get(`/deadletters?limit=${limit}`),
  };
}
